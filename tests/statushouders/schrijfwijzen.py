"""How one name is written by different people: spellings collected from how agencies romanise.

The first two words are the name as it stands in a dossier (first name, family name); what follows
is what somebody else types. Kinds: transliterations (Arabic, Persian, Dari, Pashto, Kurdish,
Tigrinya, Amharic, Somali, Turkish, Ukrainian, Russian), names in swapped order, accents left out,
joined or split parts, one part only, and slips of the hand.
"""

SCHRIJFWIJZEN = [
    # Arabic: short vowels differ, the article comes and goes, doubles are optional.
    ("Mohammed", "Al-Khatib", ["Muhammad Alkhatib", "Mohamad Khatib", "al khatib mohammed"]),
    ("Mohamed", "El Amrani", ["Mohammed Elamrani", "muhammed el amrani", "Amrani"]),
    ("Yousef", "Haddad", ["Jusuf Haddad", "Yusuf Hadad", "Youssef Haddad", "haddad yousuf"]),
    ("Khadija", "Benali", ["Chadija Benali", "Kadija Ben Ali", "khadidja benali"]),
    ("Ibrahim", "Saleh", ["Ebrahim Salih", "Ibraheem Saleh", "Saleh Ibrahiem"]),
    (
        "Abdulrahman",
        "Darwish",
        ["Abdul Rahman Darwisj", "Abderrahman Darwich", "Abdelrahman Derwish"],
    ),
    ("Abdullah", "Qasim", ["Abdallah Kassem", "Abdulla Qasem", "Abd Allah Qassim"]),
    ("Hussein", "Al-Jabouri", ["Hossein Aljaburi", "Hussain Al Jaboury", "Jabouri Husayn"]),
    ("Hassan", "Othman", ["Hasan Osman", "Hassan Uthman", "Othmane Hassan"]),
    ("Khaled", "Shaheen", ["Khalid Shahin", "Chaled Sjahien", "Shahine Khaled"]),
    ("Ghassan", "Jaafar", ["Gassan Jafar", "Rassan Jaafar", "Ghasan Djaafar"]),
    ("Waleed", "Suleiman", ["Walid Sulayman", "Oualid Souleiman", "Soliman Walid"]),
    ("Aisha", "Al-Masri", ["Aicha Elmasri", "Aysha Masri", "Ayesha Almasry"]),
    ("Zainab", "Haidar", ["Zeinab Haydar", "Zaynab Heidar", "Zineb Haider"]),
    ("Mahmoud", "Khoury", ["Mahmud Khouri", "Machmoed Koury", "Khuri Mahmood"]),
    ("Faisal", "Al-Dulaimi", ["Faysal Dulaimy", "Feisal Al Dulaymi", "Faisel Aldoulaimi"]),
    ("Noor", "Al-Hariri", ["Nour Hariri", "Nur Alhariri", "Hariri Noor"]),
    ("Rasha", "Qaddour", ["Racha Kaddour", "Rasja Qadour", "Rasha Kaddur"]),
    ("Jamal", "Tawfiq", ["Djamal Toufik", "Gamal Tawfik", "Jamaal Tewfiq"]),
    ("Taher", "Mansour", ["Tahir Mansoor", "Taher Mansur", "Mansour Tahar"]),
    ("Ziad", "Al-Sharif", ["Ziyad Sharief", "Ziad Alcharif", "Sjarif Ziad"]),
    ("Bushra", "Issa", ["Bouchra Isa", "Boesjra Eissa", "Bushra Essa"]),
    ("Sawsan", "Khalil", ["Sousan Khaliel", "Sawsan Chalil", "Khaleel Sausan"]),
    ("Mustafa", "Younes", ["Moustapha Younis", "Mostafa Yunus", "Mustapha Jounes"]),
    # Persian, Dari and Pashto.
    ("Fatemeh", "Rahimi", ["Fatima Rahimi", "Fateme Raheemi", "Rahimi Fatimah"]),
    (
        "Gholamreza",
        "Mohammadi",
        ["Golam Reza Mohamadi", "Ghulamreza Muhammadi", "Qolamreza Mohammady"],
    ),
    ("Hossein", "Karimi", ["Husain Kareemi", "Hosein Karimy", "Karimi Hussein"]),
    ("Zahra", "Ahmadzai", ["Zohra Ahmadzay", "Zahra Achmadzai", "Ahmadzaai Zahra"]),
    (
        "Najibullah",
        "Stanekzai",
        ["Najib Ullah Stanikzai", "Nadjibullah Stanekzay", "Najeebullah Stanekzai"],
    ),
    ("Esmatullah", "Safi", ["Ismatullah Safi", "Esmat Ullah Saafi", "Ismatollah Safy"]),
    ("Shirin", "Ebrahimi", ["Sherin Ibrahimi", "Sjirin Ebrahimy", "Ebrahimi Shireen"]),
    ("Mahdi", "Hosseini", ["Mehdi Husseini", "Mahdy Hoseini", "Hosseiny Mehdi"]),
    ("Parwana", "Noori", ["Parvana Nuri", "Parwaneh Nouri", "Noory Parwana"]),
    ("Yaqub", "Sharifi", ["Yaghoub Sharifi", "Jaqub Sjarifi", "Yakub Sharify"]),
    # Kurdish.
    ("Rojîn", "Çelik", ["Rojin Celik", "Rozjin Tsjelik", "celik rojin"]),
    ("Şivan", "Xelîl", ["Sivan Xelil", "Shivan Khelil", "Shivan Khalil"]),
    ("Berîvan", "Hesen", ["Berivan Hassan", "Berivan Hesen", "Beriwan Hasan"]),
    # Tigrinya and Amharic.
    ("Rahel", "Gebremedhin", ["Gebremedin", "Ghebremedhin Rahel", "Rachel Gebremedhen"]),
    ("Tesfay", "Ghebreyesus", ["Tesfai Gebreyesus", "Tesfaye Gebreyesus", "Tesfay Ghebrejesus"]),
    ("Selam", "Tekle", ["Salam Tekle", "Selam Teklay", "Selaam Tekele"]),
    (
        "Yohannes",
        "Woldemariam",
        ["Johannes Weldemariam", "Yohanes Wolde Mariam", "Yohannis Woldemaryam"],
    ),
    (
        "Filmon",
        "Habtemichael",
        ["Philmon Habtemikael", "Filimon Habte Michael", "Filmon Habtemichel"],
    ),
    ("Tsegay", "Hagos", ["Tsegai Hagos", "Zegay Hagos", "Hagos Tsegaye"]),
    ("Mebrahtu", "Kidane", ["Mebratu Kidane", "Mebrahtou Kidani", "Kidanne Mebrahtu"]),
    ("Abeba", "Weldegebriel", ["Abeba Woldegabriel", "Abebe Weldegebriel", "Abeba Welde Gebriel"]),
    ("Haben", "Asmelash", ["Haben Asmelasj", "Habeen Asmelash", "Asmalash Haben"]),
    ("Kibrom", "Zerai", ["Kibrom Zeray", "Kebrom Zerai", "Kibrom Zerei"]),
    (
        "Letebrhan",
        "Gebrehiwet",
        ["Lettebrhan Gebrehiwot", "Letebrhan Ghebrehiwet", "Lete Brhan Gebrehiwet"],
    ),
    ("Birhane", "Desta", ["Berhane Desta", "Birhaneh Dessta", "Desta Birhan"]),
    # Somali: x is an h, c is silent.
    ("Xasan", "Maxamed", ["Hassan Mohamed", "Hasan Mahamed", "Hassan Maxamed"]),
    ("Cabdi", "Warsame", ["Abdi Warsame", "Abdi Warsama", "Warsame Cabdi"]),
    ("Faadumo", "Cali", ["Faduma Ali", "Faadumo Ali", "Fadumo Cali"]),
    # Turkish and Azeri.
    ("Zeynep", "Yılmaz", ["Zeynep Yilmaz", "yilmaz zeyneb", "ZEYNEP YILMAZ"]),
    ("Çağla", "Öztürk", ["Cagla Ozturk", "Tsjagla Ozturk", "oeztuerk cagla"]),
    ("İbrahim", "Şahin", ["Ibrahim Sahin", "ibrahim shahin", "Sahin İbrahim"]),
    # Ukrainian and Russian.
    (
        "Oleksandr",
        "Shevchenko",
        ["Alexander Shevchenko", "Oleksandr Sjevtsjenko", "Shevtchenko Oleksandr"],
    ),
    ("Yuliia", "Kovalchuk", ["Julia Kovalchuk", "Yulia Kovaltsjoek", "Iuliia Kovalchuk"]),
    ("Serhii", "Tkachenko", ["Sergei Tkachenko", "Serhiy Tkatsjenko", "Sergey Tkatchenko"]),
    # Accents, other scripts, joined parts, short names.
    ("Søren", "Øverland", ["Soren Overland", "sören överland"]),
    ("José", "Muñoz", ["Jose Munoz", "munoz josé"]),
    ("محمد", "الخطيب", ["الخطيب", "محمد الخطيب"]),
    ("Ngozi", "D'Angelo", ["Dangelo", "ngozi d angelo", "D’Angelo"]),
    ("O", "Xu", ["O Xu", "xu"]),
    ("Anne-Marie", "Ndayishimiye", ["Anne Marie Ndayishimiye", "annemarie ndayisjimiye"]),
]
AANTAL = sum(len(anders) for *_, anders in SCHRIJFWIJZEN)
